extension DocumentSchemas {
    static let record = schema(
        of: "A record: the signed statement of one decision.", recordParts,
        shared: [others, line, words, prose, count, some, bytes, form, educator, items, digest, moment])

    private static let digest = """
          <xs:simpleType name="digest">
            <xs:restriction base="xs:token">
              <xs:pattern value="[0-9a-f]{64}"/>
            </xs:restriction>
          </xs:simpleType>
        """

    static let moment = """
          <xs:simpleType name="moment">
            <xs:restriction base="xs:dateTime">
              <xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"/>
            </xs:restriction>
          </xs:simpleType>
        """

    private static let recordParts = """
          <xs:element name="record">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="educator" type="a:educator"/>
                <xs:element name="rubric">
                  <xs:complexType>
                    <xs:simpleContent>
                      <xs:extension base="xs:string">
                        <xs:attribute name="id" type="xs:string" use="required"/>
                        <xs:attribute name="version" type="xs:string" use="required"/>
                        <xs:attribute name="sha256" type="a:digest" use="required"/>
                        <xs:attributeGroup ref="a:others"/>
                      </xs:extension>
                    </xs:simpleContent>
                  </xs:complexType>
                </xs:element>
                <xs:element name="program">
                  <xs:complexType>
                    <xs:attribute name="id" type="xs:string" use="required"/>
                    <xs:attribute name="sha256" type="a:digest" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="roster">
                  <xs:complexType>
                    <xs:attribute name="sha256" type="a:digest" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="evidence" type="a:items"/>
                <xs:element name="reader" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="overall" type="a:prose" minOccurs="0"/>
                    </xs:sequence>
                    <xs:attribute name="label" type="xs:string" use="required"/>
                    <xs:attribute name="id" type="xs:string"/>
                    <xs:attribute name="name" type="xs:string"/>
                    <xs:attribute name="assigned" type="a:moment" use="required"/>
                    <xs:attribute name="taken" type="a:moment" use="required"/>
                    <xs:attribute name="sha256" type="a:digest" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="criterion" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="title" type="a:line"/>
                      <xs:element name="mark" minOccurs="0" maxOccurs="unbounded">
                        <xs:complexType>
                          <xs:sequence>
                            <xs:element name="comment" type="a:prose" minOccurs="0"/>
                          </xs:sequence>
                          <xs:attribute name="by" type="xs:string" use="required"/>
                          <xs:attribute name="level" type="xs:string" use="required"/>
                          <xs:attributeGroup ref="a:others"/>
                        </xs:complexType>
                      </xs:element>
                    </xs:sequence>
                    <xs:attribute name="id" type="xs:string" use="required"/>
                    <xs:attribute name="level" type="xs:string"/>
                    <xs:attribute name="label" type="xs:string"/>
                    <xs:attribute name="points" type="xs:int"/>
                    <xs:attribute name="weight" type="xs:decimal"/>
                    <xs:attribute name="meets" type="xs:boolean" use="required"/>
                    <xs:attribute name="how" use="required">
                      <xs:simpleType>
                        <xs:restriction base="xs:token">
                          <xs:enumeration value="agreed"/>
                          <xs:enumeration value="adjudicated"/>
                          <xs:enumeration value="carried"/>
                        </xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="policy">
                  <xs:complexType>
                    <xs:attribute name="policy" type="xs:string" use="required"/>
                    <xs:attribute name="minimum" type="xs:decimal"/>
                    <xs:attribute name="each" type="xs:int"/>
                    <xs:attribute name="total" type="xs:decimal"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="times">
                  <xs:complexType>
                    <xs:attribute name="accepted" type="a:moment" use="required"/>
                    <xs:attribute name="decided" type="a:moment" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="ledger">
                  <xs:complexType>
                    <xs:attribute name="event" type="xs:long" use="required"/>
                    <xs:attribute name="chain" type="a:digest" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="key">
                  <xs:complexType>
                    <xs:attribute name="id" type="xs:string" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
              <xs:attribute name="submission" type="xs:string" use="required"/>
              <xs:attribute name="bundle" type="xs:string" use="required"/>
              <xs:attribute name="attempt" type="a:some" use="required"/>
              <xs:attribute name="attempts-left" type="a:count"/>
              <xs:attribute name="resubmission-of" type="xs:string"/>
              <xs:attribute name="outcome" use="required">
                <xs:simpleType>
                  <xs:restriction base="xs:token">
                    <xs:enumeration value="earned"/>
                    <xs:enumeration value="not-yet-earned"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:attribute>
              <xs:attributeGroup ref="a:others"/>
            </xs:complexType>
          </xs:element>
        """
}
