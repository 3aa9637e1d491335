package dev.shardline.pipeline.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Predicts which steps the service will take from its cache after an update.
///
/// The service compares a step's name, image with arguments, environment and the inputs' URIs. An
/// argument or URI that comes from an earlier step is the same if that step gives the same: a
/// cached one does, if it hits itself; an uncached one may, if what it says is named by content, as
/// BuildManifests' data set is.
public final class CacheForecast {
  private static final List<String> COMPARED =
      List.of(
          "AppSpecification",
          "AlgorithmSpecification",
          "Environment",
          "HyperParameters",
          "ProcessingInputs",
          "InputDataConfig");

  private CacheForecast() {}

  /// What will become of one cached step.
  public sealed interface Forecast {
    String step();

    /// Nothing the service compares has changed.
    ///
    /// @param provided uncached steps whose results must stay the same too
    record Hit(String step, List<String> provided) implements Forecast {
      public Hit {
        provided = List.copyOf(provided);
      }
    }

    /// It will run again.
    record Miss(String step, String why) implements Forecast {}
  }

  /// @param deployed the definition of the earlier executions
  /// @param rendered the one to come; its cached steps are forecast in its order
  public static List<Forecast> of(JsonNode deployed, JsonNode rendered) {
    Map<String, JsonNode> before = steps(deployed);
    Map<String, JsonNode> after = steps(rendered);
    Map<String, Forecast> forecasts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : after.entrySet()) {
      if (entry.getValue().at("/CacheConfig/Enabled").asBoolean()) {
        forecasts.put(
            entry.getKey(),
            forecast(
                entry.getKey(),
                before.get(entry.getKey()),
                entry.getValue(),
                defaults(deployed, rendered),
                forecasts));
      }
    }
    return List.copyOf(forecasts.values());
  }

  private static Forecast forecast(
      String name,
      @Nullable JsonNode before,
      JsonNode after,
      List<Change> parameters,
      Map<String, Forecast> earlier) {
    if (before == null) {
      return new Forecast.Miss(name, "the step is new");
    }
    for (String field : COMPARED) {
      List<Change> changes =
          DefinitionDiff.between(
              before.path("Arguments").path(field), after.path("Arguments").path(field));
      if (!changes.isEmpty()) {
        String path = changes.getFirst().path();
        return new Forecast.Miss(name, field + (path.isEmpty() ? "" : "." + path) + " changes");
      }
    }
    Set<String> used = references(after.path("Arguments"));
    for (Change change : parameters) {
      String parameter = change.path();
      if (used.contains("Parameters." + parameter)) {
        return new Forecast.Miss(name, "the default of parameter " + parameter + " changes");
      }
    }
    return fromEarlier(name, used, earlier);
  }

  private static Forecast fromEarlier(
      String name, Set<String> used, Map<String, Forecast> earlier) {
    Set<String> provided = new LinkedHashSet<>();
    for (String reference : used) {
      if (reference.startsWith("Steps.")) {
        String step = reference.split("\\.", 3)[1];
        switch (earlier.get(step)) {
          case Forecast.Miss _ -> {
            return new Forecast.Miss(name, "the step " + step + " runs again");
          }
          case Forecast.Hit(String _, List<String> more) -> provided.addAll(more);
          case null -> provided.add(step);
        }
      }
    }
    return new Forecast.Hit(name, List.copyOf(provided));
  }

  /// The parameters whose defaults differ; the path of each change is the parameter's name.
  private static List<Change> defaults(JsonNode deployed, JsonNode rendered) {
    Map<String, JsonNode> before = defaults(deployed);
    List<Change> changes = new ArrayList<>();
    defaults(rendered)
        .forEach((name, value) -> {
          JsonNode old = before.get(name);
          if (old != null && !DefinitionDiff.between(old, value).isEmpty()) {
            changes.add(new Change.Changed(name, old, value));
          }
        });
    return changes;
  }

  private static Map<String, JsonNode> defaults(JsonNode definition) {
    Map<String, JsonNode> defaults = new LinkedHashMap<>();
    definition
        .path("Parameters")
        .forEach(parameter ->
            defaults.put(parameter.path("Name").asText(), parameter.path("DefaultValue")));
    return defaults;
  }

  private static Map<String, JsonNode> steps(JsonNode definition) {
    Map<String, JsonNode> steps = new LinkedHashMap<>();
    definition.path("Steps").forEach(step -> steps.put(step.path("Name").asText(), step));
    return steps;
  }

  /// Every path that a `Get` in the compared fields names.
  private static Set<String> references(JsonNode arguments) {
    Set<String> paths = new LinkedHashSet<>();
    for (String field : COMPARED) {
      arguments.path(field).findValues("Get").forEach(get -> paths.add(get.asText()));
    }
    return paths;
  }
}
