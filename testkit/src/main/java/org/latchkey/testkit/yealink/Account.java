package org.latchkey.testkit.yealink;

/**
 * A SIP account as a phone would register it, without its password. Texts that are not set are
 * empty.
 *
 * @param number position, from 1
 * @param enabled whether the account is on
 * @param label text beside the line key
 * @param displayName name shown to callees
 * @param user SIP user
 * @param authUser user name for SIP authentication
 * @param server registrar's host
 * @param port registrar's port, 0 = found by name service
 * @param transport how the registrar is reached
 * @since 1.0
 */
public record Account(
    int number,
    boolean enabled,
    String label,
    String displayName,
    String user,
    String authUser,
    String server,
    int port,
    SipTransport transport) {}
