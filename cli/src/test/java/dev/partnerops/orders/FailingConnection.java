package dev.partnerops.orders;

import dev.partnerops.store.StoreConnection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection that fails after so many uses. */
final class FailingConnection implements StoreConnection {
  private final Connection connection;
  private int left;

  FailingConnection(OrderStore store, int uses) {
    left = uses;
    connection = failing(Connection.class, store.connection);
  }

  private <T> T failing(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean counts =
                  method.getName().startsWith("execute") || method.getName().equals("commit");
              if (counts && left-- <= 0) {
                throw new SQLException("no more");
              }
              try {
                Object result = method.invoke(real, arguments);
                if (result instanceof PreparedStatement prepared) {
                  return failing(PreparedStatement.class, prepared);
                }
                return result instanceof Statement statement
                    ? failing(Statement.class, statement)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public boolean giveWay() {
    return false;
  }
}
