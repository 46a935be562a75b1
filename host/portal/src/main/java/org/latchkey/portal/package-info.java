/**
 * The management REST API. It only translates: what may be done is decided by {@link
 * org.latchkey.admin.Administration}.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.portal;
