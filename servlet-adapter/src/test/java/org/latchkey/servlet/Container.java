package org.latchkey.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.Optional;

/** A running servlet container with one context, on a free port of the loopback. */
interface Container extends AutoCloseable {
  /** What listens: the containers differ in what they do with targets before anybody sees them. */
  enum Kind {
    JETTY_12_1("jetty/12.1."),
    TOMCAT_10_1("Apache Tomcat/10.1."),
    TOMCAT_11("Apache Tomcat/11.0."),
    UNDERTOW_2_3("Undertow - 2.3.");

    /** How {@code ServletContext.getServerInfo} begins. */
    final String info;

    Kind(String info) {
      this.info = info;
    }

    /** The one of this run; the build runs the suite once for each, an IDE only in Jetty. */
    static Kind current() {
      return valueOf(System.getProperty("latchkey.container", JETTY_12_1.name()));
    }

    boolean isTomcat() {
      return this == TOMCAT_10_1 || this == TOMCAT_11;
    }
  }

  /** Which targets are let in. */
  enum Targets {
    /** What phones send, with the settings that the package documentation asks for. */
    PHONES,
    /** All that the container can be told to let in, so that it reaches the code under test. */
    ANY
  }

  /**
   * What to run.
   *
   * @param path the context's path, {@code /} for the root
   * @param filter a filter on everything
   * @param servlet a servlet
   * @param pattern where it is mapped
   * @param tls the key to listen with and to trust, which clients may but need not show
   */
  record Context(
      String path,
      Optional<Filter> filter,
      HttpServlet servlet,
      String pattern,
      Targets targets,
      Optional<Keys> tls) {}

  /** Starts the container of this run. Only its own classes are on the class path. */
  static Container start(Context context) throws Exception {
    return switch (Kind.current()) {
      case JETTY_12_1 -> new JettyContainer(context);
      case TOMCAT_10_1, TOMCAT_11 -> new TomcatContainer(context);
      case UNDERTOW_2_3 -> new UndertowContainer(context);
    };
  }

  int port();

  @Override
  void close();
}
