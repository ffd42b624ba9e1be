SwaggerUIBundle({
  url: 'openapi.yaml',
  dom_id: '#contract',
  deepLinking: true,
  // The validator would be asked at another host.
  validatorUrl: null,
});
