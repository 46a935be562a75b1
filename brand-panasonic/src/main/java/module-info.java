/** Panasonic's SIP phones and DECT bases, as a brand plug-in for Latchkey. */
module org.latchkey.brand.panasonic {
  requires static org.jspecify;
  requires transitive org.latchkey.core;

  exports org.latchkey.brand.panasonic;
}
