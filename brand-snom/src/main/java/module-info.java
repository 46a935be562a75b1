/** Snom's phones, as a brand plug-in for Latchkey. */
module org.latchkey.brand.snom {
  requires static org.jspecify;
  requires transitive org.latchkey.core;

  exports org.latchkey.brand.snom;
}
