import Workers

// A worker with one small schema, so that the pool can be tested without the program around it.
serveUntrusted(schemas: [
    "note": """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:assay:1" elementFormDefault="qualified">
      <xs:element name="note">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="line" minOccurs="0" maxOccurs="unbounded">
              <xs:complexType>
                <xs:simpleContent>
                  <xs:extension base="xs:string"><xs:attribute name="number" type="xs:integer"/></xs:extension>
                </xs:simpleContent>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """
])
