/** Latchkey's management over HTTP, mountable in any servlet container. */
module org.latchkey.portal {
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.csv;
  requires transitive jakarta.servlet;
  requires transitive org.latchkey.core;
  requires static org.jspecify;
  requires org.slf4j;

  exports org.latchkey.portal;
}
