package org.latchkey.example.fanvil;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads a configuration as a phone may: shares nothing with the writer. */
final class FanvilFile {
  private FanvilFile() {}

  static Map<String, List<String>> read(byte[] file) {
    try {
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(file))
              .getDocumentElement();
      Map<String, List<String>> values = new LinkedHashMap<>();
      addInner(values, "", root);
      return values;
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("no XML", e);
    }
  }

  private static void addInner(Map<String, List<String>> values, String path, Element element) {
    boolean leaf = true;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        leaf = false;
        String index = inner.getAttribute("index");
        String name = inner.getTagName() + (index.isEmpty() ? "" : "." + index);
        addInner(values, path.isEmpty() ? name : path + "." + name, inner);
      }
    }
    if (leaf) {
      values.computeIfAbsent(path, name -> new ArrayList<>()).add(element.getTextContent());
    }
  }
}
