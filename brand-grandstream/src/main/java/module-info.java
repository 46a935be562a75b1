/** Grandstream's phones, base stations and gateways, as a brand plug-in for Latchkey. */
module org.latchkey.brand.grandstream {
  requires static org.jspecify;
  requires transitive org.latchkey.core;

  exports org.latchkey.brand.grandstream;
}
