package org.latchkey.store.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Says which statements were sent through a data source. */
final class CountedSource extends WrappedSource {
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private volatile String watched = "\n";
  private volatile Runnable atSecond = () -> {};

  CountedSource(DataSource source) {
    super(source);
  }

  /** Does something before a statement is sent for the second time. */
  void onSecond(String beginning, Runnable act) {
    watched = beginning;
    atSecond = act;
  }

  /** What was sent since this was asked last. */
  List<String> sent() {
    List<String> all = new ArrayList<>(sent);
    sent.clear();
    return all;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = source.getConnection();
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          Object result = call(connection, method, arguments);
          if (result instanceof PreparedStatement prepared) {
            return counted(PreparedStatement.class, prepared, (String) arguments[0]);
          }
          return result instanceof Statement statement
              ? counted(Statement.class, statement, "")
              : result;
        });
  }

  private <T> T counted(Class<T> type, T statement, String sql) {
    return proxy(
        type,
        (self, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            sent.add(arguments == null ? sql : (String) arguments[0]);
            if (sent.stream().filter(text -> text.startsWith(watched)).count() == 2) {
              atSecond.run();
            }
          }
          return call(statement, method, arguments);
        });
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
