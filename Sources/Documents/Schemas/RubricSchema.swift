extension DocumentSchemas {
    static let rubric = schema(
        of: "A rubric: the public standard of one micro-credential.",
        rubricParts + "\n" + intakeParts + "\n" + judgingParts,
        shared: [others, id, words, line, prose, count, some, bytes, form])

    private static let rubricParts = """
          <xs:element name="rubric">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="title" type="a:line"/>
                <xs:element name="competency" type="a:line"/>
                <xs:element name="method" type="a:prose" minOccurs="0"/>
                <xs:element name="credit" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:attribute name="hours" type="xs:decimal" use="required"/>
                    <xs:attribute name="type" type="a:words" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="valid" minOccurs="0">
                  <xs:complexType>
                    <xs:attribute name="for" type="a:words" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="tag" type="a:line" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="alignment" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:simpleContent>
                      <xs:extension base="xs:token">
                        <xs:attribute name="kind" use="required">
                          <xs:simpleType>
                            <xs:restriction base="xs:token">
                              <xs:enumeration value="standard"/>
                              <xs:enumeration value="school-goal"/>
                              <xs:enumeration value="evaluation"/>
                              <xs:enumeration value="competency"/>
                            </xs:restriction>
                          </xs:simpleType>
                        </xs:attribute>
                        <xs:attribute name="framework" type="xs:token"/>
                        <xs:attribute name="code" type="xs:token"/>
                        <xs:attribute name="href" type="xs:token"/>
                        <xs:attributeGroup ref="a:others"/>
                      </xs:extension>
                    </xs:simpleContent>
                  </xs:complexType>
                </xs:element>
                <xs:element name="prerequisite" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:attribute name="rubric" type="a:id" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="resource" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:simpleContent>
                      <xs:extension base="xs:token">
                        <xs:attribute name="href" type="a:words" use="required"/>
                        <xs:attributeGroup ref="a:others"/>
                      </xs:extension>
                    </xs:simpleContent>
                  </xs:complexType>
                </xs:element>
                <xs:element name="intake" type="a:intake" minOccurs="0"/>
                <xs:element name="scale" type="a:scale" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="part" type="a:part" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="award" type="a:award" minOccurs="0"/>
                <xs:element name="review" type="a:review" minOccurs="0"/>
                <xs:element name="resubmit" type="a:resubmit" minOccurs="0"/>
              </xs:sequence>
              <xs:attribute name="id" type="a:id" use="required"/>
              <xs:attribute name="version" type="a:id" use="required"/>
              <xs:attribute name="status" use="required">
                <xs:simpleType>
                  <xs:restriction base="xs:token">
                    <xs:enumeration value="draft"/>
                    <xs:enumeration value="active"/>
                    <xs:enumeration value="retired"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:attribute>
              <xs:attributeGroup ref="a:others"/>
            </xs:complexType>
          </xs:element>
        """

    private static let intakeParts = """
          <xs:complexType name="intake">
            <xs:choice minOccurs="0" maxOccurs="unbounded">
              <xs:element name="evidence">
                <xs:complexType>
                  <xs:attribute name="kind" type="a:id" use="required"/>
                  <xs:attribute name="form" type="a:form" use="required"/>
                  <xs:attribute name="min" type="a:count" use="required"/>
                  <xs:attribute name="max" type="a:some" use="required"/>
                  <xs:attribute name="title" type="xs:token"/>
                  <xs:attribute name="media" type="xs:token"/>
                  <xs:attribute name="max-bytes" type="a:bytes"/>
                  <xs:attribute name="hosts" type="xs:token"/>
                  <xs:attribute name="min-duration" type="a:words"/>
                  <xs:attribute name="max-duration" type="a:words"/>
                  <xs:attribute name="min-words" type="a:count"/>
                  <xs:attribute name="max-words" type="a:count"/>
                  <xs:attribute name="release">
                    <xs:simpleType>
                      <xs:restriction base="xs:token">
                        <xs:enumeration value="required"/>
                      </xs:restriction>
                    </xs:simpleType>
                  </xs:attribute>
                  <xs:attributeGroup ref="a:others"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="rule">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="a:words">
                      <xs:attribute name="id" type="a:id" use="required"/>
                      <xs:attribute name="severity" default="error">
                        <xs:simpleType>
                          <xs:restriction base="xs:token">
                            <xs:enumeration value="error"/>
                            <xs:enumeration value="warning"/>
                          </xs:restriction>
                        </xs:simpleType>
                      </xs:attribute>
                      <xs:attribute name="test" type="xs:string" use="required"/>
                      <xs:attributeGroup ref="a:others"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:choice>
            <xs:attributeGroup ref="a:others"/>
          </xs:complexType>
        """
}
