extension DocumentSchemas {
    static let program = schema(
        of: "The district's program: its name, its clock, its schools and the limits of intake.", programParts,
        shared: [others, id, words, line, date, some])

    private static let programParts = """
          <xs:element name="program">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="name" type="a:line"/>
                <xs:element name="issuer" minOccurs="0">
                  <xs:complexType>
                    <xs:attribute name="name" type="a:words" use="required"/>
                    <xs:attribute name="url" type="xs:token"/>
                    <xs:attribute name="email" type="xs:token"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="queue" minOccurs="0">
                  <xs:complexType>
                    <xs:attribute name="evidence" default="copy">
                      <xs:simpleType>
                        <xs:restriction base="xs:token">
                          <xs:enumeration value="copy"/>
                          <xs:enumeration value="link"/>
                        </xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="intake" minOccurs="0">
                  <xs:complexType>
                    <xs:attribute name="settle" type="a:words" default="PT5S"/>
                    <xs:attribute name="patience" type="a:words" default="PT1H"/>
                    <xs:attribute name="max-bytes" default="2000000000">
                      <xs:simpleType>
                        <xs:restriction base="xs:long">
                          <xs:minInclusive value="1"/>
                        </xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                    <xs:attribute name="max-files" type="a:some" default="500"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="calendar" minOccurs="0">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="closed" minOccurs="0" maxOccurs="unbounded">
                        <xs:complexType>
                          <xs:simpleContent>
                            <xs:extension base="xs:token">
                              <xs:attribute name="from" type="a:date" use="required"/>
                              <xs:attribute name="to" type="a:date" use="required"/>
                              <xs:attributeGroup ref="a:others"/>
                            </xs:extension>
                          </xs:simpleContent>
                        </xs:complexType>
                      </xs:element>
                    </xs:sequence>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="school" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:attribute name="id" type="a:id" use="required"/>
                    <xs:attribute name="name" type="a:words" use="required"/>
                    <xs:attribute name="title-i" type="xs:boolean" default="false"/>
                    <xs:attribute name="locale" type="xs:token"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="goal" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:simpleContent>
                      <xs:extension base="a:words">
                        <xs:attribute name="id" type="a:id" use="required"/>
                        <xs:attribute name="school" type="a:id"/>
                        <xs:attributeGroup ref="a:others"/>
                      </xs:extension>
                    </xs:simpleContent>
                  </xs:complexType>
                </xs:element>
                <xs:element name="cohort" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:simpleContent>
                      <xs:extension base="xs:token">
                        <xs:attribute name="id" type="a:id" use="required"/>
                        <xs:attribute name="school" type="a:id"/>
                        <xs:attribute name="lead" type="a:id"/>
                        <xs:attributeGroup ref="a:others"/>
                      </xs:extension>
                    </xs:simpleContent>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
              <xs:attribute name="id" type="a:id" use="required"/>
              <xs:attribute name="time-zone" type="a:words" use="required"/>
              <xs:attributeGroup ref="a:others"/>
            </xs:complexType>
          </xs:element>
        """
}
