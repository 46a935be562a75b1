package org.latchkey.testkit.panasonic;

/**
 * The addresses of configuration files that a phone keeps, each with a credential of its own.
 *
 * @since 1.0
 */
public enum ConfigUrl {
  /** The file of one phone. */
  STANDARD("CFG_STANDARD_FILE_PATH"),
  /** The file of a model. */
  PRODUCT("CFG_PRODUCT_FILE_PATH"),
  /** The file of a site. */
  MASTER("CFG_MASTER_FILE_PATH"),
  /** The file of a system of DECT bases, on KX-UDS only. */
  SYSTEM("CFG_SYSTEM_FILE_PATH");

  private final String parameter;

  ConfigUrl(String parameter) {
    this.parameter = parameter;
  }

  /**
   * The parameter that holds the address.
   *
   * @return its name
   */
  public String parameter() {
    return parameter;
  }
}
