package dev.shardline.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What runs on each machine.
///
/// @param entrypoint replaces the image's own; empty to keep it
/// @param environment in the order given
public record Container(
    Expression image,
    List<String> entrypoint,
    List<Expression> arguments,
    Map<String, Expression> environment) {
  public Container {
    entrypoint = List.copyOf(entrypoint);
    arguments = List.copyOf(arguments);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
