/**
 * The part of Latchkey that decides: who may have which configuration, when the global one-time
 * password opens a phone and when it closes, and what the configuration says.
 */
module org.latchkey.core {
  requires static org.jspecify;
  requires org.bouncycastle.provider;
  requires org.slf4j;

  exports org.latchkey;
  exports org.latchkey.admin;
  exports org.latchkey.auth;
  exports org.latchkey.brand;
  exports org.latchkey.caller;
  exports org.latchkey.config;
  exports org.latchkey.device;
  exports org.latchkey.error;
  exports org.latchkey.event;
  exports org.latchkey.files;
  exports org.latchkey.format;
  exports org.latchkey.memory;
  exports org.latchkey.pass;
  exports org.latchkey.secret;
  exports org.latchkey.spi;
}
