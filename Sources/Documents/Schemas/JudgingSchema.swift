extension DocumentSchemas {
    /// The types of a rubric's scales, parts, award and review.
    static let judgingParts = """
          <xs:complexType name="scale">
            <xs:sequence>
              <xs:element name="level" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="a:words">
                      <xs:attribute name="id" type="a:id" use="required"/>
                      <xs:attribute name="points" type="a:points" use="required"/>
                      <xs:attribute name="meets" type="xs:boolean" use="required"/>
                      <xs:attributeGroup ref="a:others"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="id" type="a:id" use="required"/>
            <xs:attributeGroup ref="a:others"/>
          </xs:complexType>
          <xs:complexType name="part">
            <xs:sequence>
              <xs:element name="criterion" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="title" type="a:line"/>
                    <xs:element name="at" minOccurs="0" maxOccurs="unbounded">
                      <xs:complexType>
                        <xs:simpleContent>
                          <xs:extension base="xs:string">
                            <xs:attribute name="level" type="a:id" use="required"/>
                            <xs:attributeGroup ref="a:others"/>
                          </xs:extension>
                        </xs:simpleContent>
                      </xs:complexType>
                    </xs:element>
                  </xs:sequence>
                  <xs:attribute name="id" type="a:id" use="required"/>
                  <xs:attribute name="scale" type="a:id" use="required"/>
                  <xs:attribute name="evidence" type="xs:token"/>
                  <xs:attribute name="required" type="xs:boolean" default="true"/>
                  <xs:attribute name="weight" type="xs:decimal" default="1"/>
                  <xs:attributeGroup ref="a:others"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="id" type="a:id" use="required"/>
            <xs:attribute name="title" type="a:words" use="required"/>
            <xs:attributeGroup ref="a:others"/>
          </xs:complexType>
          <xs:complexType name="award">
            <xs:attribute name="policy" use="required">
              <xs:simpleType>
                <xs:restriction base="xs:token">
                  <xs:enumeration value="all-meet"/>
                  <xs:enumeration value="points"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="minimum" type="xs:decimal"/>
            <xs:attribute name="each" type="a:points"/>
            <xs:attributeGroup ref="a:others"/>
          </xs:complexType>
          <xs:complexType name="review">
            <xs:attribute name="reviewers" default="1">
              <xs:simpleType>
                <xs:restriction base="xs:int">
                  <xs:minInclusive value="1"/>
                  <xs:maxInclusive value="3"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="blind" default="double">
              <xs:simpleType>
                <xs:restriction base="xs:token">
                  <xs:enumeration value="double"/>
                  <xs:enumeration value="single"/>
                  <xs:enumeration value="none"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="agree" default="meets">
              <xs:simpleType>
                <xs:restriction base="xs:token">
                  <xs:enumeration value="meets"/>
                  <xs:enumeration value="level"/>
                  <xs:enumeration value="outcome"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="comment" default="when-not-met">
              <xs:simpleType>
                <xs:restriction base="xs:token">
                  <xs:enumeration value="when-not-met"/>
                  <xs:enumeration value="always"/>
                  <xs:enumeration value="optional"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="due" type="a:words" default="P10D"/>
            <xs:attributeGroup ref="a:others"/>
          </xs:complexType>
          <xs:complexType name="resubmit">
            <xs:attribute name="max" type="a:some"/>
            <xs:attribute name="keep" default="met">
              <xs:simpleType>
                <xs:restriction base="xs:token">
                  <xs:enumeration value="met"/>
                  <xs:enumeration value="nothing"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attributeGroup ref="a:others"/>
          </xs:complexType>
          <xs:simpleType name="points">
            <xs:restriction base="xs:int">
              <xs:minInclusive value="-1000000"/>
              <xs:maxInclusive value="1000000"/>
            </xs:restriction>
          </xs:simpleType>
        """
}
