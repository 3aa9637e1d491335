package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardline.config.Section;
import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Expression.Literal;
import dev.shardline.pipeline.Parameter;
import dev.shardline.pipeline.PipelineDefinition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The value every parameter has in one execution.
final class ParameterValues {
  private ParameterValues() {}

  /// @param chosen the values given at the start; the others are the defaults
  /// @throws UsageException if a name is unknown, a value has the wrong type or is not allowed, or
  ///   one that is required is missing
  static Map<String, JsonNode> of(PipelineDefinition definition, Map<String, String> chosen) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Parameter parameter : definition.parameters()) {
      String text = chosen.get(parameter.name());
      if (text != null) {
        values.put(parameter.name(), parse(parameter, text));
      } else if (parameter.defaultValue() != null) {
        values.put(parameter.name(), literal(parameter.defaultValue()));
      } else {
        throw new UsageException(
            "Parameter %s has no default; give it with --parameter %s=…"
                .formatted(parameter.name(), parameter.name()));
      }
    }
    refuseUnknown(values.keySet(), chosen);
    return values;
  }

  private static void refuseUnknown(Set<String> known, Map<String, String> chosen) {
    for (String name : chosen.keySet()) {
      if (!known.contains(name)) {
        throw new UsageException(
            "The pipeline has no parameter %s; %s"
                .formatted(
                    name,
                    Section.nearest(name, new LinkedHashSet<>(known))
                        .map(near -> "did you mean " + near + "?")
                        .orElse("it has " + String.join(", ", known))));
      }
    }
  }

  private static JsonNode parse(Parameter parameter, String text) {
    if (!parameter.allowed().isEmpty() && !parameter.allowed().contains(text)) {
      throw new UsageException(
          "Parameter %s: expected one of %s, found \"%s\""
              .formatted(parameter.name(), String.join(", ", parameter.allowed()), text));
    }
    try {
      return switch (parameter.type()) {
        case STRING -> TextNode.valueOf(text);
        case INTEGER -> LongNode.valueOf(Long.parseLong(text));
        case FLOAT -> DoubleNode.valueOf(Double.parseDouble(text));
        case BOOLEAN -> flag(parameter, text);
      };
    } catch (NumberFormatException e) {
      throw wrong(parameter, text);
    }
  }

  private static JsonNode flag(Parameter parameter, String text) {
    return switch (text) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> throw wrong(parameter, text);
    };
  }

  private static UsageException wrong(Parameter parameter, String text) {
    return new UsageException(
        "Parameter %s: expected a value of type %s, found \"%s\""
            .formatted(parameter.name(), parameter.type().serviceName(), text));
  }

  static JsonNode literal(Literal literal) {
    return switch (literal) {
      case Expression.Text(String value) -> TextNode.valueOf(value);
      case Expression.Whole(long value) -> LongNode.valueOf(value);
      case Expression.Decimal(double value) -> DoubleNode.valueOf(value);
      case Expression.Flag(boolean value) -> BooleanNode.valueOf(value);
    };
  }
}
