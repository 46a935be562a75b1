package org.latchkey.servlet;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/** Where a request came from: the phone's address, the way's secrecy and who it proved to be. */
record Origin(InetAddress address, boolean secure, List<X509Certificate> certificates) {}
