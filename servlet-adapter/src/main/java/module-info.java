/** Latchkey's configuration end point for hosts with jakarta.servlet. */
module org.latchkey.servlet {
  requires static org.jspecify;
  requires transitive jakarta.servlet;
  requires transitive org.latchkey.core;
  requires org.slf4j;

  exports org.latchkey.servlet;
}
