package org.latchkey.servlet;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.InstanceFactory;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

final class UndertowContainer implements Container {
  private final DeploymentManager app;
  private final Undertow undertow;

  UndertowContainer(Context context) throws Exception {
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(UndertowContainer.class.getClassLoader())
            .setContextPath(context.path())
            .setDeploymentName("app")
            .addServlet(
                Servlets.servlet("servlet", context.servlet().getClass(), of(context.servlet()))
                    .addMapping(context.pattern()));
    context
        .filter()
        .ifPresent(
            filter ->
                info.addFilter(new FilterInfo("filter", filter.getClass(), of(filter)))
                    .addFilterUrlMapping("filter", "/*", DispatcherType.REQUEST));
    app = Servlets.newContainer().addDeployment(info);
    app.deploy();
    Undertow.Builder builder =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(4)
            .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
            .setHandler(Handlers.path().addPrefixPath(context.path(), app.start()));
    if (context.targets() == Targets.ANY) {
      builder.setServerOption(UndertowOptions.DECODE_SLASH, true);
    }
    if (context.tls().isPresent()) {
      builder
          .setSocketOption(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUESTED)
          .addHttpsListener(0, "127.0.0.1", context.tls().get().sslContext(true));
    } else {
      builder.addHttpListener(0, "127.0.0.1");
    }
    undertow = builder.build();
    undertow.start();
  }

  private static <T> InstanceFactory<T> of(T instance) {
    return new ImmediateInstanceFactory<>(instance);
  }

  @Override
  public int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void close() {
    undertow.stop();
    try {
      app.stop();
    } catch (ServletException e) {
      throw new IllegalStateException("Undertow does not stop", e);
    }
    app.undeploy();
  }
}
