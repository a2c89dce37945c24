/** A configuration with every kind of rule, as people would write it. */
export const sketch = `{
  "$schema": "./rollcall.schema.json",
  "connections": {
    "odm":     { "platform": "odm",     "url": "https://odm.example.org" },
    "okeanos": { "platform": "astakos", "url": "https://accounts.example.org", "account": "service" },
    "tacc":    { "platform": "agave",   "url": "https://api.example.org" },
    "models":  { "platform": "ubiops",  "url": "https://api.ubiops.com/v2.1", "project": "imaging" },
    "osparc":  { "platform": "osparc",  "url": "http://localhost:8001/v0" },
  },
  "reconcile": {
    "target": "odm",
    "sources": ["okeanos", "tacc"],
    "scope": "emails[type eq \\"work\\" and value ew \\"@example.org\\"]",
    "protect": "userName sw \\"svc-\\"",
    "match": [                                   // ordered; the first that decides wins
      { "target": "externalId",   "source": "okeanos.uuid" },
      { "target": "emails.value", "source": "tacc.email" },
    ],
    "set": [
      { "attribute": "externalId",  "from": "okeanos.uuid" },
      { "attribute": "displayName", "from": ["tacc.fullName", "okeanos.displayname"], "when": "tacc.fullName pr", "on": "create" },
    ],
    "situations": { "absent": "create", "sourceMissing": "deactivate" },
    "limits": { "deactivate": "5%", "create": 100 },
    "grace": "2 runs",
  },
}
`;

/** The sketch with one piece of its text replaced. */
export function sketchWith(from: string, to: string): string {
  if (!sketch.includes(from)) throw new Error(`The sketch does not hold ${from}`);
  return sketch.replace(from, to);
}
