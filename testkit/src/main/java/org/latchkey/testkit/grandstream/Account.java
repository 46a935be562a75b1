package org.latchkey.testkit.grandstream;

/**
 * A SIP account as a phone would register it, without its password. Texts that are not set are
 * empty.
 *
 * @param number position, from 1; with adapters the port
 * @param enabled whether the account is on
 * @param user SIP user
 * @param authUser user name for SIP authentication
 * @param server registrar, with its port if one is given
 * @since 1.0
 */
public record Account(int number, boolean enabled, String user, String authUser, String server) {}
