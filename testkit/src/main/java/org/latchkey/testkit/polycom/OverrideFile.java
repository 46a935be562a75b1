package org.latchkey.testkit.polycom;

/** The files with which a person's changes come back from the server; the first one wins. */
enum OverrideFile {
  PHONE("-phone.cfg"),
  WEB("-web.cfg");

  private final String suffix;

  OverrideFile(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }
}
