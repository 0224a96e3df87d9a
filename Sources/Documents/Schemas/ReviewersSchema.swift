extension DocumentSchemas {
    static let reviewers = schema(
        of: "The roster: who reads submissions, what for, and what keeps somebody from one.", reviewersParts,
        shared: [others, id, words, date, span, count])

    private static let reviewersParts = """
          <xs:element name="reviewers">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="reviewer" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="qualified" minOccurs="0" maxOccurs="unbounded">
                        <xs:complexType>
                          <xs:attribute name="rubric" type="a:id"/>
                          <xs:attribute name="tag" type="a:words"/>
                          <xs:attributeGroup ref="a:others"/>
                        </xs:complexType>
                      </xs:element>
                      <xs:element name="conflict" minOccurs="0" maxOccurs="unbounded">
                        <xs:complexType>
                          <xs:attribute name="educator" type="a:id"/>
                          <xs:attribute name="school" type="a:id"/>
                          <xs:attributeGroup ref="a:others"/>
                        </xs:complexType>
                      </xs:element>
                      <xs:element name="away" type="a:span" minOccurs="0" maxOccurs="unbounded"/>
                    </xs:sequence>
                    <xs:attribute name="id" type="a:id" use="required"/>
                    <xs:attribute name="name" type="a:words" use="required"/>
                    <xs:attribute name="email" type="a:words" use="required"/>
                    <xs:attribute name="school" type="a:id"/>
                    <xs:attribute name="role" default="assessor">
                      <xs:simpleType>
                        <xs:restriction base="xs:token">
                          <xs:enumeration value="assessor"/>
                          <xs:enumeration value="lead"/>
                        </xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                    <xs:attribute name="capacity" type="a:count" default="10"/>
                    <xs:attribute name="form" default="xml">
                      <xs:simpleType>
                        <xs:restriction base="xs:token">
                          <xs:enumeration value="xml"/>
                          <xs:enumeration value="text"/>
                        </xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
              <xs:attributeGroup ref="a:others"/>
            </xs:complexType>
          </xs:element>
        """
}
