import Markup

/// A small vocabulary of its own: what Markup does must not depend on the district's documents.
let letters = Schemas(["letter": letterSchema])

let letterSchema = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:assay:1" targetNamespace="urn:assay:1"
        elementFormDefault="qualified">
      <xs:simpleType name="Id">
        <xs:annotation><xs:documentation>an id of letters and
          digits</xs:documentation></xs:annotation>
        <xs:restriction base="xs:string"><xs:pattern value="[A-Za-z0-9]{1,8}"/></xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="Color">
        <xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="blue"/></xs:restriction>
      </xs:simpleType>
      <xs:element name="letter">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="to" minOccurs="0"/>
            <xs:choice minOccurs="0" maxOccurs="unbounded">
              <xs:element name="line" type="xs:string"/>
              <xs:element name="sheet">
                <xs:complexType>
                  <xs:attribute name="id" type="Id" use="required"/>
                  <xs:attribute name="min" type="xs:integer"/>
                  <xs:attribute name="color" type="Color"/>
                  <xs:attribute name="count">
                    <xs:simpleType>
                      <xs:restriction base="xs:integer"><xs:minInclusive value="1"/></xs:restriction>
                    </xs:simpleType>
                  </xs:attribute>
                </xs:complexType>
              </xs:element>
            </xs:choice>
          </xs:sequence>
          <xs:attribute name="id" type="Id"/>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """

func read(_ text: String) -> Reading { letters.read(Array(text.utf8)) }

func letter(_ content: String = "", _ attributes: String = "") -> String {
    "<letter xmlns=\"urn:assay:1\"\(attributes.isEmpty ? "" : " " + attributes)>\(content)</letter>"
}

func utf16(_ text: String, littleEndian: Bool, withMark: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in ((withMark ? "\u{FEFF}" : "") + text).utf16 {
        let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
        bytes += littleEndian ? [low, high] : [high, low]
    }
    return bytes
}

extension Reading {
    var kinds: [Fault.Kind] { faults.map(\.kind) }
    /// Each fault as `line:column message`.
    var told: [String] { faults.map { "\($0.line):\($0.column) \($0.message)" } }
}
