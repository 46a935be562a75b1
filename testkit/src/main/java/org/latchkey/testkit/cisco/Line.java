package org.latchkey.testkit.cisco;

/**
 * A line as the phone would register it, without its password. Texts that are not set are empty.
 *
 * @param number position, from 1
 * @param enabled whether the line is on
 * @param user SIP user
 * @param authUser user name for SIP authentication, empty if that of the SIP user counts
 * @param displayName name shown to callees
 * @param proxy registrar's host, with its port if one is set
 * @param transport how the registrar is reached, as the configuration says it
 * @since 1.0
 */
public record Line(
    int number,
    boolean enabled,
    String user,
    String authUser,
    String displayName,
    String proxy,
    String transport) {}
