package org.broadsheet.wire.format.xml;

/** What stands in an element: text, or another element. Comments and processing instructions are not kept. */
public sealed interface XmlNode permits XmlNode.Text, XmlElement {

    /** Characters with every reference already replaced. */
    record Text(String value) implements XmlNode {}
}
