package org.latchkey.testkit.panasonic;

/** Where a value came from; each file has its layer, the stronger first. */
enum Layer {
  STANDARD,
  PRODUCT,
  MASTER,
  SYSTEM,
  BOOTSTRAP;

  static Layer of(ConfigUrl url) {
    return switch (url) {
      case STANDARD -> STANDARD;
      case PRODUCT -> PRODUCT;
      case MASTER -> MASTER;
      case SYSTEM -> SYSTEM;
    };
  }
}
