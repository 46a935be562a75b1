/** Polycom's and Poly's phones, as a brand plug-in for Latchkey. */
module org.latchkey.brand.polycom {
  requires java.xml;
  requires static org.jspecify;
  requires transitive org.latchkey.core;

  exports org.latchkey.brand.polycom;
}
