/**
 * Secrets and what protects them: masked values, generated passwords, sealing at rest. Nothing here
 * knows a phone, a store or a clock.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.secret;
