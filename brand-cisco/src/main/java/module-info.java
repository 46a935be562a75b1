/** Cisco's phones and adapters with a flat profile, as a brand plug-in for Latchkey. */
module org.latchkey.brand.cisco {
  requires static org.jspecify;
  requires transitive org.latchkey.core;

  exports org.latchkey.brand.cisco;
}
