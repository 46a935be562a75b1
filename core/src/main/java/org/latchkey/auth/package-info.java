/**
 * HTTP authentication as phones speak it: Basic (RFC 7617), Digest (RFC 7616) and nonces that need
 * no shared memory. Whom a credential belongs to is decided elsewhere.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.auth;
