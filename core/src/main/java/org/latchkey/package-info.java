/**
 * Latchkey's entry object and the eight steps of a request: Locate, Admit, Challenge, Verify,
 * Permit, Render, Settle, Answer.
 *
 * <p>Latchkey serves no TFTP or FTP, speaks no SIP and is no PBX. It does not open sockets: an
 * adapter hands it requests and carries its responses.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey;
