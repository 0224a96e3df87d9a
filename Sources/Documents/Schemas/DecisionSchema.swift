extension DocumentSchemas {
    /// What a reviewer types is free text here, so that a slip gets the program's own message.
    static let decision = schema(
        of: "A decision file: a reviewer types its status, levels and comments.", decisionParts,
        shared: [others, prose])

    private static let decisionParts = """
          <xs:element name="decision">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="criterion" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="comment" type="a:prose" minOccurs="0"/>
                    </xs:sequence>
                    <xs:attribute name="id" type="xs:string" use="required"/>
                    <xs:attribute name="level" type="xs:string"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="overall" minOccurs="0">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="comment" type="a:prose" minOccurs="0"/>
                    </xs:sequence>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
              <xs:attribute name="submission" type="xs:string" use="required"/>
              <xs:attribute name="reviewer" type="xs:string" use="required"/>
              <xs:attribute name="rubric" type="xs:string" use="required"/>
              <xs:attribute name="version" type="xs:string" use="required"/>
              <xs:attribute name="ticket" type="xs:string" use="required"/>
              <xs:attribute name="status" type="xs:string" use="required"/>
              <xs:attribute name="reason" type="xs:string"/>
              <xs:attribute name="evidence" type="xs:string"/>
              <xs:attributeGroup ref="a:others"/>
            </xs:complexType>
          </xs:element>
        """
}
