/**
 * Cisco's phones and adapters with a flat profile: Multiplatform Phones, PhoneOS, SPA 3xx and 5xx,
 * SPA1xx and ATA 19x. Name {@link org.latchkey.brand.cisco.CiscoBrand} when you build the gate;
 * everything else here is its own.
 *
 * <p>Uploads: a phone whose layers set {@code report.configuration} sends its configuration to
 * {@code cisco-MAC-report.xml} after a restart and whenever a NOTIFY {@code report} asks for it.
 * Passwords are left out of it, but the rules are in it, the phone's own credential among them: it
 * is kept sealed, never goes back to a phone, and reading it is an event. {@code
 * cisco-MAC-prt.tar.gz} takes problem reports, of whose form the archive alone is kept. No source
 * says that phones show a credential there, so no rule of ours sends one there.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.brand.cisco;
