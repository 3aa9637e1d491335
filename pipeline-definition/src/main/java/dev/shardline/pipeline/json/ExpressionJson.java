package dev.shardline.pipeline.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.Expression.Fact;
import dev.shardline.pipeline.ServiceNamed;
import java.util.ArrayList;
import java.util.List;

/// Expressions as JSON and back.
final class ExpressionJson {
  private static final String PARAMETERS = "Parameters.";
  private static final String EXECUTION = "Execution.";
  private static final String STEPS = "Steps.";
  private static final String PROPERTY_FILES = ".PropertyFiles.";

  private ExpressionJson() {}

  static JsonNode write(Expression expression) {
    return switch (expression) {
      case Expression.Text(String value) -> TextNode.valueOf(value);
      case Expression.Whole(long value) -> LongNode.valueOf(value);
      case Expression.Decimal(double value) -> DoubleNode.valueOf(value);
      case Expression.Flag(boolean value) -> BooleanNode.valueOf(value);
      case Expression.ParameterReference(String name) -> reference(PARAMETERS + name);
      case Expression.ExecutionFact(Fact fact) -> reference(EXECUTION + fact.serviceName());
      case Expression.StepProperty(String step, String path) ->
          reference(STEPS + step + "." + path);
      case Expression.Join join -> writeJoin(join);
      case Expression.JsonGet(String step, String file, String path) -> {
        ObjectNode body = node();
        body.set("PropertyFile", reference(STEPS + step + PROPERTY_FILES + file));
        yield node().set("Std:JsonGet", body.put("Path", path));
      }
      case Expression.JsonGetFromS3(Expression uri, String path) -> {
        ObjectNode body = node();
        body.set("S3Uri", write(uri));
        yield node().set("Std:JsonGet", body.put("Path", path));
      }
    };
  }

  private static JsonNode writeJoin(Expression.Join join) {
    ObjectNode body = node().put("On", join.on());
    ArrayNode values = body.putArray("Values");
    join.values().forEach(value -> values.add(write(value)));
    return node().set("Std:Join", body);
  }

  private static ObjectNode reference(String path) {
    return node().put("Get", path);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  static Expression read(JsonNode json, String place) {
    if (json.isTextual()) {
      return new Expression.Text(json.textValue());
    }
    if (json.isBoolean()) {
      return new Expression.Flag(json.booleanValue());
    }
    if (json.isIntegralNumber() && json.canConvertToLong()) {
      return new Expression.Whole(json.longValue());
    }
    if (json.isNumber()) {
      return new Expression.Decimal(json.doubleValue());
    }
    Fields fields = Fields.of(json, place);
    Expression expression =
        switch (fields.onlyKey()) {
          case "Get" -> readReference(fields.text("Get"), fields);
          case "Std:Join" -> readJoin(fields.object("Std:Join"));
          case "Std:JsonGet" -> readJsonGet(fields.object("Std:JsonGet"));
          case String other ->
              throw fields.wrong(other, "one of Get, Std:Join, Std:JsonGet", "\"" + other + "\"");
        };
    fields.end();
    return expression;
  }

  private static Expression readReference(String path, Fields fields) {
    if (path.startsWith(PARAMETERS)) {
      return new Expression.ParameterReference(path.substring(PARAMETERS.length()));
    }
    if (path.startsWith(EXECUTION)) {
      return new Expression.ExecutionFact(
          fields.checked(
              "Get", () -> ServiceNamed.find(Fact.class, path.substring(EXECUTION.length()))));
    }
    int dot = path.indexOf('.', STEPS.length());
    if (path.startsWith(STEPS) && dot > 0) {
      return new Expression.StepProperty(
          path.substring(STEPS.length(), dot), path.substring(dot + 1));
    }
    throw fields.wrong("Get", "a path under Parameters, Execution or Steps", "\"" + path + "\"");
  }

  private static Expression readJoin(Fields body) {
    String on = body.textOr("On", "");
    List<Expression> values = new ArrayList<>();
    body.each("Values", (value, place) -> values.add(read(value, place)));
    body.end();
    return new Expression.Join(on, values);
  }

  private static Expression readJsonGet(Fields body) {
    String path = body.text("Path");
    Expression expression;
    if (body.has("S3Uri")) {
      expression = new Expression.JsonGetFromS3(body.expression("S3Uri"), path);
    } else {
      Fields file = body.object("PropertyFile");
      String reference = file.text("Get");
      int middle = reference.indexOf(PROPERTY_FILES);
      if (!reference.startsWith(STEPS) || middle < STEPS.length()) {
        throw file.wrong("Get", "Steps.<step>.PropertyFiles.<name>", "\"" + reference + "\"");
      }
      file.end();
      expression =
          new Expression.JsonGet(
              reference.substring(STEPS.length(), middle),
              reference.substring(middle + PROPERTY_FILES.length()),
              path);
    }
    body.end();
    return expression;
  }
}
