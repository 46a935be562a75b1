package org.latchkey.testkit.polycom;

/**
 * A line as a phone would register it, without its password; that is {@code
 * config("reg.N.auth.password")}. Texts that are not set are empty.
 *
 * @param number position, from 1
 * @param address SIP user or address of record
 * @param label text beside the line key; the user if none is set
 * @param displayName name shown to callees
 * @param authUser user name for SIP authentication
 * @param server registrar's host
 * @param port registrar's port, 0 = found by name service
 * @param transport how the registrar is reached, in the vendor's word such as {@code TLS}
 * @since 1.0
 */
public record Registration(
    int number,
    String address,
    String label,
    String displayName,
    String authUser,
    String server,
    int port,
    String transport) {}
