/** Yealink's phones, as a brand plug-in for Latchkey. */
module org.latchkey.brand.yealink {
  requires static org.jspecify;
  requires transitive org.latchkey.core;

  exports org.latchkey.brand.yealink;
}
