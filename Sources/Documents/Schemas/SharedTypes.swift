extension DocumentSchemas {
    /// Attributes of other namespaces, which every element may bear and nothing reads.
    static let others = """
          <xs:attributeGroup name="others">
            <xs:anyAttribute namespace="##other" processContents="skip"/>
          </xs:attributeGroup>
        """

    static let id = """
          <xs:simpleType name="id">
            <xs:annotation>
              <xs:documentation>an id: letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit</xs:documentation>
            </xs:annotation>
            <xs:restriction base="xs:token">
              <xs:pattern value="[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}"/>
            </xs:restriction>
          </xs:simpleType>
        """

    /// Text that may not be blank.
    static let words = """
          <xs:simpleType name="words">
            <xs:restriction base="xs:token">
              <xs:minLength value="1"/>
            </xs:restriction>
          </xs:simpleType>
        """

    /// An element that holds text alone.
    static let line = """
          <xs:complexType name="line">
            <xs:simpleContent>
              <xs:extension base="a:words">
                <xs:attributeGroup ref="a:others"/>
              </xs:extension>
            </xs:simpleContent>
          </xs:complexType>
        """

    /// An element that holds free text, which may be blank.
    static let prose = """
          <xs:complexType name="prose">
            <xs:simpleContent>
              <xs:extension base="xs:string">
                <xs:attributeGroup ref="a:others"/>
              </xs:extension>
            </xs:simpleContent>
          </xs:complexType>
        """

    static let date = """
          <xs:simpleType name="date">
            <xs:annotation><xs:documentation>a date such as 2026-11-02</xs:documentation></xs:annotation>
            <xs:restriction base="xs:token">
              <xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}"/>
            </xs:restriction>
          </xs:simpleType>
        """

    /// Both days included.
    static let span = """
          <xs:complexType name="span">
            <xs:attribute name="from" type="a:date" use="required"/>
            <xs:attribute name="to" type="a:date" use="required"/>
            <xs:attributeGroup ref="a:others"/>
          </xs:complexType>
        """

    static let count = """
          <xs:simpleType name="count">
            <xs:restriction base="xs:int">
              <xs:minInclusive value="0"/>
            </xs:restriction>
          </xs:simpleType>
        """

    /// A count of one at least.
    static let some = """
          <xs:simpleType name="some">
            <xs:restriction base="xs:int">
              <xs:minInclusive value="1"/>
            </xs:restriction>
          </xs:simpleType>
        """

    static let bytes = """
          <xs:simpleType name="bytes">
            <xs:annotation><xs:documentation>a whole number, such as 20000000</xs:documentation></xs:annotation>
            <xs:restriction base="xs:long">
              <xs:minInclusive value="0"/>
            </xs:restriction>
          </xs:simpleType>
        """

    static let form = """
          <xs:simpleType name="form">
            <xs:restriction base="xs:token">
              <xs:enumeration value="file"/>
              <xs:enumeration value="link"/>
              <xs:enumeration value="text"/>
            </xs:restriction>
          </xs:simpleType>
        """

    /// A person or thing as results name it, whatever its id looks like.
    static let educator = """
          <xs:complexType name="educator">
            <xs:attribute name="id" type="xs:string" use="required"/>
            <xs:attribute name="name" type="xs:string" use="required"/>
            <xs:attribute name="school" type="xs:string" use="required"/>
            <xs:attributeGroup ref="a:others"/>
          </xs:complexType>
        """

    /// Accepted evidence as records and receipts list it.
    static let items = """
          <xs:complexType name="items">
            <xs:sequence>
              <xs:element name="item" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:attribute name="ref" type="xs:string" use="required"/>
                  <xs:attribute name="kind" type="xs:string" use="required"/>
                  <xs:attribute name="form" type="a:form" use="required"/>
                  <xs:attribute name="title" type="xs:string"/>
                  <xs:attribute name="path" type="xs:string"/>
                  <xs:attribute name="href" type="xs:string"/>
                  <xs:attribute name="duration" type="xs:string"/>
                  <xs:attribute name="release" type="xs:string"/>
                  <xs:attribute name="sha256" type="xs:string" use="required"/>
                  <xs:attribute name="bytes" type="a:bytes" use="required"/>
                  <xs:attribute name="media-type" type="xs:string"/>
                  <xs:attribute name="words" type="a:count"/>
                  <xs:attributeGroup ref="a:others"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attributeGroup ref="a:others"/>
          </xs:complexType>
        """
}
