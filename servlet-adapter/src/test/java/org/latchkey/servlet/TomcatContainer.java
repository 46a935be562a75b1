package org.latchkey.servlet;

import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** Tomcat 10.1 or 11, whichever is on the class path: what is called here is the same in both. */
final class TomcatContainer implements Container {
  private final Tomcat tomcat = new Tomcat();

  TomcatContainer(Context context) throws Exception {
    tomcat.setBaseDir(Path.of("target", "tomcat").toAbsolutePath().toString());
    tomcat.setSilent(true);
    tomcat.setConnector(connector(context));
    // error pages without stack trace and version
    ErrorReportValve errors = new ErrorReportValve();
    errors.setShowReport(false);
    errors.setShowServerInfo(false);
    tomcat.getHost().getPipeline().addValve(errors);
    StandardContext app =
        (StandardContext) tomcat.addContext(context.path().equals("/") ? "" : context.path(), null);
    // no redirect from /cfg to /cfg/
    app.setMapperContextRootRedirectEnabled(false);
    // these would look for leaks of undeployed applications, in packages that a JVM does not open
    app.setClearReferencesRmiTargets(false);
    app.setClearReferencesThreadLocals(false);
    if (Kind.current() == Kind.TOMCAT_10_1) { // 11 has it no more
      app.setClearReferencesObjectStreamClassCaches(false);
    }
    context
        .filter()
        .ifPresent(
            filter -> {
              FilterDef definition = new FilterDef();
              definition.setFilterName("filter");
              definition.setFilter(filter);
              app.addFilterDef(definition);
              FilterMap map = new FilterMap();
              map.setFilterName("filter");
              map.addURLPattern("/*");
              app.addFilterMap(map);
            });
    Tomcat.addServlet(app, "servlet", context.servlet()).addMapping(context.pattern());
    tomcat.start();
  }

  private static Connector connector(Context context) {
    Connector connector = new Connector();
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(0);
    connector.setThrowOnFailure(true);
    // the one who reads the body, if anybody, lets it be sent
    connector.setProperty("continueResponseTiming", "onRead");
    if (context.targets() == Targets.ANY) {
      connector.setEncodedSolidusHandling("passthrough");
      connector.setAllowBackslash(true);
      connector.setProperty("relaxedPathChars", "\"<>[\\]^`{|}");
      connector.setProperty("relaxedQueryChars", "\"<>[\\]^`{|}");
    }
    context
        .tls()
        .ifPresent(
            keys -> {
              SSLHostConfig host = new SSLHostConfig();
              host.setCertificateVerification("optional");
              host.setTrustStore(keys.store());
              SSLHostConfigCertificate certificate =
                  new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
              certificate.setCertificateKeystore(keys.store());
              certificate.setCertificateKeystorePassword(Keys.PASSWORD);
              host.addCertificate(certificate);
              connector.addSslHostConfig(host);
              connector.setProperty("SSLEnabled", "true");
              connector.setScheme("https");
              connector.setSecure(true);
            });
    return connector;
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException("Tomcat does not stop", e);
    }
  }
}
