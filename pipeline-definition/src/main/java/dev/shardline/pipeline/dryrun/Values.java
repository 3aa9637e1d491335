package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Expression.Fact;
import dev.shardline.pipeline.PropertyFile;
import dev.shardline.pipeline.Step;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Works expressions out, from what the execution knows so far. Safe for use by many threads.
final class Values {
  /// A property file may not be larger than this; the service has a limit of its own.
  private static final long LARGEST_PROPERTY_FILE = 2_000_000;

  private final Map<String, JsonNode> parameters;
  private final ExecutionIdentity identity;
  private final StoreProvider stores;
  private final Map<String, Done> done = new ConcurrentHashMap<>();

  Values(Map<String, JsonNode> parameters, ExecutionIdentity identity, StoreProvider stores) {
    this.parameters = parameters;
    this.identity = identity;
    this.stores = stores;
  }

  /// What is known of a finished step.
  ///
  /// @param description as the service's Describe request would give it
  private record Done(Step step, JsonNode description) {}

  void finished(Step step, JsonNode description) {
    done.put(step.name(), new Done(step, description));
  }

  String text(Expression expression) throws StepFailedException {
    JsonNode value = value(expression);
    if (!value.isValueNode() || value.isNull()) {
      throw StepFailedException.permanent("expected a plain value, found " + value);
    }
    return value.asText();
  }

  int whole(Expression expression) throws StepFailedException {
    JsonNode value = value(expression);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw StepFailedException.permanent("expected a whole number, found " + value);
    }
    return value.intValue();
  }

  JsonNode value(Expression expression) throws StepFailedException {
    return switch (expression) {
      case Expression.Literal literal -> ParameterValues.literal(literal);
      case Expression.ParameterReference(String name) -> parameter(name);
      case Expression.ExecutionFact(Fact fact) -> TextNode.valueOf(identity.fact(fact));
      case Expression.StepProperty(String step, String path) -> property(step, path);
      case Expression.Join(String on, List<Expression> values) -> join(on, values);
      case Expression.JsonGet(String step, String file, String path) ->
          inFile(propertyFile(step, file), path);
      case Expression.JsonGetFromS3(Expression uri, String path) -> inFile(text(uri), path);
    };
  }

  private JsonNode parameter(String name) throws StepFailedException {
    JsonNode value = parameters.get(name);
    if (value == null) {
      throw StepFailedException.permanent("there is no parameter " + name);
    }
    return value;
  }

  private JsonNode property(String step, String path) throws StepFailedException {
    JsonNode value = JsonPath.find(done(step).description(), path);
    if (value.isMissingNode()) {
      throw StepFailedException.permanent("step %s has no property %s".formatted(step, path));
    }
    return value;
  }

  private JsonNode join(String on, List<Expression> values) throws StepFailedException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : on).append(text(values.get(i)));
    }
    return TextNode.valueOf(text.toString());
  }

  private String propertyFile(String name, String file) throws StepFailedException {
    if (done(name).step() instanceof Step.Processing step) {
      for (PropertyFile known : step.propertyFiles()) {
        if (known.name().equals(file)) {
          String path =
              "ProcessingOutputConfig.Outputs['%s'].S3Output.S3Uri".formatted(known.output());
          return property(name, path).asText() + "/" + known.path();
        }
      }
    }
    throw StepFailedException.permanent("step %s has no property file %s".formatted(name, file));
  }

  private JsonNode inFile(String uri, String path) throws StepFailedException {
    JsonNode value = JsonPath.find(read(uri), path);
    if (value.isMissingNode()) {
      throw StepFailedException.permanent("%s has nothing at %s".formatted(uri, path));
    }
    return value;
  }

  private JsonNode read(String uri) throws StepFailedException {
    try {
      ObjectLocation location = ObjectLocation.parse(uri);
      var summary =
          stores
              .storeOf(location)
              .head(location)
              .orElseThrow(() ->
                  StepFailedException.permanent("the property file %s is missing".formatted(uri)));
      if (summary.bytes() > LARGEST_PROPERTY_FILE) {
        throw StepFailedException.permanent(
            "the property file %s has %d bytes; expected at most %d"
                .formatted(uri, summary.bytes(), LARGEST_PROPERTY_FILE));
      }
      return CanonicalJson.parse(stores.storeOf(location).read(location));
    } catch (IOException e) {
      throw StepFailedException.permanent(
          "the property file %s cannot be read as JSON: %s".formatted(uri, e.getMessage()));
    }
  }

  private Done done(String step) throws StepFailedException {
    Done known = done.get(step);
    if (known == null) {
      throw StepFailedException.permanent("step %s has not run".formatted(step));
    }
    return known;
  }
}
