package dev.shardline.pipeline;

/// A constant that has a fixed spelling in the service's JSON.
public interface ServiceNamed {
  /// The spelling the service knows.
  String serviceName();

  /// The constant of `type` with this spelling.
  ///
  /// @throws IllegalArgumentException if there is none; the message lists those there are
  static <E extends Enum<E> & ServiceNamed> E find(Class<E> type, String serviceName) {
    StringBuilder known = new StringBuilder();
    for (E constant : type.getEnumConstants()) {
      if (constant.serviceName().equals(serviceName)) {
        return constant;
      }
      known.append(known.isEmpty() ? "" : ", ").append(constant.serviceName());
    }
    throw new IllegalArgumentException(
        "expected one of %s, found \"%s\"".formatted(known, serviceName));
  }
}
