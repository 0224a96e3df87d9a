extension DocumentSchemas {
    static let receipt = schema(
        of: "A receipt: what became of a bundle, and how to mend it.", receiptParts,
        shared: [others, prose, count, some, bytes, form, educator, items, moment])

    private static let receiptParts = """
          <xs:element name="receipt">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="educator" type="a:educator" minOccurs="0"/>
                <xs:element name="rubric" minOccurs="0">
                  <xs:complexType>
                    <xs:simpleContent>
                      <xs:extension base="xs:string">
                        <xs:attribute name="id" type="xs:string" use="required"/>
                        <xs:attribute name="version" type="xs:string"/>
                        <xs:attributeGroup ref="a:others"/>
                      </xs:extension>
                    </xs:simpleContent>
                  </xs:complexType>
                </xs:element>
                <xs:element name="first" minOccurs="0">
                  <xs:complexType>
                    <xs:attribute name="bundle" type="xs:string" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="evidence" type="a:items" minOccurs="0"/>
                <xs:element name="carried" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:attribute name="criterion" type="xs:string" use="required"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
                <xs:element name="finding" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="message" type="a:prose"/>
                      <xs:element name="remedy" type="a:prose"/>
                    </xs:sequence>
                    <xs:attribute name="code" type="xs:string" use="required"/>
                    <xs:attribute name="severity" use="required">
                      <xs:simpleType>
                        <xs:restriction base="xs:token">
                          <xs:enumeration value="error"/>
                          <xs:enumeration value="warning"/>
                        </xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                    <xs:attribute name="file" type="xs:string"/>
                    <xs:attribute name="line" type="a:some"/>
                    <xs:attribute name="column" type="a:some"/>
                    <xs:attributeGroup ref="a:others"/>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
              <xs:attribute name="state" use="required">
                <xs:simpleType>
                  <xs:restriction base="xs:token">
                    <xs:enumeration value="accepted"/>
                    <xs:enumeration value="returned"/>
                    <xs:enumeration value="duplicate"/>
                    <xs:enumeration value="incomplete"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:attribute>
              <xs:attribute name="bundle" type="xs:string" use="required"/>
              <xs:attribute name="at" type="a:moment" use="required"/>
              <xs:attribute name="submission" type="xs:string"/>
              <xs:attribute name="attempt" type="a:some"/>
              <xs:attributeGroup ref="a:others"/>
            </xs:complexType>
          </xs:element>
        """
}
