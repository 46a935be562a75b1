package org.latchkey.testkit.snom;

/** Where a family keeps its provisioning address and pair. */
record Keys(String server, String user, String password) {
  static final Keys DESK = new Keys("setting_server", "http_client_user", "http_client_pass");
  static final Keys CONFERENCE =
      new Keys(
          "provisioning.server_address",
          "provisioning.server_username",
          "provisioning.server_access_password");
}
