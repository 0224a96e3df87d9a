extension DocumentSchemas {
    static let submission = schema(
        of: "A submission's manifest: who submits what, under which rubric.", submissionParts,
        shared: [others, id, words, prose, date, bytes])

    private static let submissionParts = """
          <xs:element name="submission">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="educator">
                  <xs:complexType>
                    <xs:attribute name="id" type="a:id" use="required"/>
                    <xs:attribute name="name" type="a:words" use="required"/>
                    <xs:attribute name="email" type="a:words" use="required"/>
                    <xs:attribute name="school" type="a:id" use="required"/>
                    <xs:attribute name="lang" type="xs:token"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="cohort" minOccurs="0">
                  <xs:complexType>
                    <xs:attribute name="id" type="a:id" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="evidence" type="a:evidence" minOccurs="0"/>
                <xs:element name="statement" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:attribute name="kind" type="a:id" use="required"/>
                    <xs:attribute name="agreed" type="xs:boolean" use="required"/>
                    <xs:attribute name="date" type="a:date"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="resubmission" minOccurs="0">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="note" type="a:prose" minOccurs="0"/>
                    </xs:sequence>
                    <xs:attribute name="of" type="a:words" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
              <xs:attribute name="rubric" type="a:id" use="required"/>
              <xs:attribute name="version" type="a:id"/>
              <xs:attributeGroup ref="a:others"/>
            </xs:complexType>
          </xs:element>
          <xs:complexType name="evidence">
            <xs:choice minOccurs="0" maxOccurs="unbounded">
              <xs:element name="file">
                <xs:complexType>
                  <xs:attribute name="kind" type="a:id" use="required"/>
                  <xs:attribute name="path" type="xs:string" use="required"/>
                  <xs:attribute name="title" type="xs:token"/>
                  <xs:attribute name="release" type="a:release"/>
                  <xs:attribute name="sha256" type="xs:token"/>
                  <xs:attribute name="bytes" type="a:bytes"/>
                  <xs:attributeGroup ref="a:others"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="link">
                <xs:complexType>
                  <xs:attribute name="kind" type="a:id" use="required"/>
                  <xs:attribute name="href" type="xs:string" use="required"/>
                  <xs:attribute name="title" type="xs:token"/>
                  <xs:attribute name="duration" type="xs:token"/>
                  <xs:attribute name="release" type="a:release"/>
                  <xs:attributeGroup ref="a:others"/>
                </xs:complexType>
              </xs:element>
              <xs:element name="text">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="xs:string">
                      <xs:attribute name="kind" type="a:id" use="required"/>
                      <xs:attribute name="title" type="xs:token"/>
                      <xs:attribute name="release" type="a:release"/>
                      <xs:attributeGroup ref="a:others"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:choice>
            <xs:attributeGroup ref="a:others"/>
          </xs:complexType>
          <xs:simpleType name="release">
            <xs:restriction base="xs:token">
              <xs:enumeration value="on-file"/>
              <xs:enumeration value="not-needed"/>
            </xs:restriction>
          </xs:simpleType>
        """
}
